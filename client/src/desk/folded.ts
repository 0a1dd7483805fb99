/** What of the desk is seen by a press alone, and loaded once the room stands. */
export { KeysDialog } from "./KeysDialog";
export { Marks } from "./Marks";
export { NameDialog } from "./NameDialog";
export { Notes } from "./Notes";
export { RemoveDialog } from "./RemoveDialog";
export { SecondDialog } from "./SecondDialog";
export { Unspoken } from "./Unspoken";
