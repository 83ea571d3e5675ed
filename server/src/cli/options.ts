/** Values of options that several commands have. */
import { InvalidArgumentError } from 'commander';

export const wholeNumber =
  (least: number) =>
  (value: string): number => {
    if (!/^\d{1,9}$/.test(value) || Number(value) < least)
      throw new InvalidArgumentError(`Give a number${least ? ` from ${least} on` : ''}.`);
    return Number(value);
  };
