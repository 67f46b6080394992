/** Why the API does not do what it is asked for. */

export class Refusal extends Error {
  readonly status: number;

  /** @param message what happened and what to do, for the writer */
  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

export const BAD = 400;
export const FORBIDDEN = 403;
export const NOT_FOUND = 404;
export const CONFLICT = 409;
export const TOO_LARGE = 413;
export const INVALID = 422;
export const FAILED = 500;
/** The writer has to confirm it. */
export const UNCONFIRMED = 428;
/** The disk is full, or does not let itself be written. */
export const NOT_WRITTEN = 507;
