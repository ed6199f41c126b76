// Placeholder so that the tests' runtime has doors to open; the lead replaces it.
export { UserChannel } from "./realtime/UserChannel.ts";

export default {
  fetch(): Response {
    return new Response("Baldosa");
  },
};
