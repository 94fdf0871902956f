/** P-256 (FIPS 186-4, D.1.2.3): y² = x³ − 3x + b over the field of p. */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** Whether 04 ‖ x ‖ y, as hex, lies on the curve; as HolderKey.cs. */
export function isPoint(hex: string): boolean {
  if (!/^04[0-9a-f]{128}$/.test(hex)) return false;
  const [x, y] = [BigInt(`0x${hex.slice(2, 66)}`), BigInt(`0x${hex.slice(66)}`)];
  return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
}
