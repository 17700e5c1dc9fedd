export default { dialect: "postgresql", out: process.env.MIGRATIONS };
