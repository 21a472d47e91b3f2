import { Component, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/states.tsx";
import { forget } from "../keys.ts";
import { text } from "../text/vi.ts";
import { Frame } from "./frame.tsx";

type State = { readonly isBroken: boolean };

/** Never a white page: whatever breaks inside, the keys are forgotten and there is a way on. */
export class BrokenGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    forget();
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Frame title={text.failed.unexpectedTitle} narrow>
        <Failure message={text.failed.unexpected}>
          <div>
            <Button onPress={() => window.location.reload()}>{text.failed.reload}</Button>
          </div>
        </Failure>
      </Frame>
    );
  }
}
