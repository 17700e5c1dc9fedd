const journal = { entries: [{ idx: 0, tag: "0000_init", when: 1760000000000 }] };

export default journal;
