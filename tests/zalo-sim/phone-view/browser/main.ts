import { startAuthenticators } from "./authenticator.ts";
import { listen } from "./live.ts";
import { startPeople } from "./people.ts";
import { startTabs } from "./tabs.ts";
import { startUnread } from "./unread.ts";

startTabs();
startPeople();
startAuthenticators();
startUnread();
listen();
