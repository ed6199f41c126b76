// Placeholder so that the tests' runtime has doors to open; the lead replaces it.
import { DurableObject } from "cloudflare:workers";

export class UserChannel extends DurableObject {}

export default {
  fetch(): Response {
    return new Response("Baldosa");
  },
};
