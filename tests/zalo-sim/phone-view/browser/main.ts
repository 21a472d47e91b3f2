import { startActs } from "./acts.ts";
import { startAuthenticators } from "./authenticator.ts";
import { startChats } from "./chats.ts";
import { startControls } from "./controls.ts";
import { startFresh } from "./fresh.ts";
import { listen } from "./live.ts";
import { startPeople } from "./people.ts";
import { startTabs } from "./tabs.ts";
import { startUnread } from "./unread.ts";

startFresh();
startTabs();
startPeople();
startChats();
startAuthenticators();
startUnread();
startActs();
startControls();
listen();
