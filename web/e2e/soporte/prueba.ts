import { test as base } from "@playwright/test";

export {
  type APIRequestContext,
  type Browser,
  expect,
  type Page,
  request,
} from "@playwright/test";

/** What every browser test does besides its own: nobody stays sitting at a screen after it. */
export const test = base.extend<{ alTerminar: undefined }>({
  alTerminar: [
    async ({ browser }, usar) => {
      await usar(undefined);
      // Pages left open go on listening for news, and slow down all that follow.
      await Promise.all(browser.contexts().map((c) => c.close()));
    },
    { auto: true },
  ],
});
