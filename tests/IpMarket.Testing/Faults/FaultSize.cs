namespace IpMarket.Testing.Faults;

/// <summary>
/// A fault test has two sizes: a small one for every change, and the full one of <c>tests/run --full NAME</c>, which
/// names it in <c>IPMARKET_FULL</c>. The test carries the same name as <c>[Trait("Fault", NAME)]</c>.
/// </summary>
public static class FaultSize
{
    /// <summary>What random choices begin with: <c>IPMARKET_SEED</c>, so that a run can be repeated.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("IPMARKET_SEED"), out var given) ? given : Environment.TickCount;

    public static int Of(string name, int small, int full) =>
        Environment.GetEnvironmentVariable("IPMARKET_FULL") == name ? full : small;
}
