using Xunit;

namespace IpMarket.Server.Tests;

/// <summary>
/// Tests that measure, or whose story runs by the wall's clock: nothing else runs beside them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
