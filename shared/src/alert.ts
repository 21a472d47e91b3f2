import { z } from "zod";

export const Channel = z.enum(["oa-message", "email"]);
export type Channel = z.infer<typeof Channel>;

/** How one attempt on one channel ended. */
export type Delivery =
  | { readonly kind: "delivered" }
  | { readonly kind: "refused"; readonly code: string } // they will say no again: next channel
  | { readonly kind: "unreachable"; readonly code: string }; // nobody answered: try again later
