/**
 * IMO ship identification number: six digits and a seventh, the last digit of the sum of the six weighted 7 to 2
 * (IMO resolution A.1117(30)). The letters "IMO" are not part of `number`.
 */
export function isImoNumber(number: string): boolean {
  if (!/^\d{7}$/.test(number)) return false;
  const digits = [...number].map(Number);
  const sum = digits.slice(0, 6).reduce((total, digit, at) => total + digit * (7 - at), 0);
  return sum % 10 === digits[6];
}

/** Legal entity identifier: 18 letters or digits and two check digits, 1 modulo 97 (ISO 17442, ISO 7064 MOD 97-10). */
export function isLegalEntityIdentifier(number: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(number)) return false;
  let rest = 0;
  for (const letter of number) {
    for (const digit of Number.parseInt(letter, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
