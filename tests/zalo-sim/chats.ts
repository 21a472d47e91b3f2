/** One message as Zalo's history keeps it. */
export type KeptMessage = {
  readonly messageId: string;
  /** A person's id for the chat with the Official Account, or a group's id. */
  readonly chatId: string;
  /** The sender: a person, or the Official Account. */
  readonly senderId: string;
  readonly isFromOa: boolean;
  readonly kind: string;
  readonly text: string;
  readonly at: number;
};

export type Chats = {
  readonly keep: (message: KeptMessage) => void;
  /** Newest first. */
  readonly of: (chatId: string) => readonly KeptMessage[];
  readonly all: () => readonly KeptMessage[];
  readonly reset: () => void;
};

const keptMessages = 5_000;

export function createChats(): Chats {
  let messages: KeptMessage[] = [];
  return {
    keep: (message) => {
      messages = [message, ...messages.slice(0, keptMessages - 1)];
    },
    of: (chatId) => messages.filter((message) => message.chatId === chatId),
    all: () => messages,
    reset: () => {
      messages = [];
    },
  };
}
