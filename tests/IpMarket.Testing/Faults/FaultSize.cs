namespace IpMarket.Testing.Faults;

/// <summary>
/// A fault test has two sizes: a small one for every change, and the full one of <c>tests/run --full NAME</c>, which
/// names it in <c>IPMARKET_FULL</c>. The test carries the same name as <c>[Trait("Fault", NAME)]</c>.
/// </summary>
public static class FaultSize
{
    public static int Of(string name, int small, int full) =>
        Environment.GetEnvironmentVariable("IPMARKET_FULL") == name ? full : small;
}
