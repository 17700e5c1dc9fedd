import * as own from "./settings";

// Each of these is exported: with its declaration, by a list, under another name.
const settings = own.settings;
export { settings as preferences };
export default own;
