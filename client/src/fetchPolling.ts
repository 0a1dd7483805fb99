/** In the place of the socket's way over XMLHttpRequest, for networks that let no web socket through: the same, by fetch. */
import { Polling } from "../node_modules/engine.io-client/build/esm/transports/polling.js";

export class XHR extends Polling {
  override doPoll(): void {
    void this.#ask({}).then((packets) => this.onData(packets), this.#failed);
  }

  override doWrite(data: string, onFlush: () => void): void {
    void this.#ask({ method: "POST", body: data }).then(onFlush, this.#failed);
  }

  /** Rejects where the answer does not come whole, or is none of success. */
  async #ask(how: RequestInit): Promise<string> {
    const answer = await fetch(this.uri(), how);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.text();
  }

  readonly #failed = (why: Error): void => void this.onError("fetch", why);
}
