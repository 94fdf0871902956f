using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests;

/// <summary>One server for all tests that leave it as it was.</summary>
[CollectionDefinition(Name)]
public sealed class OneServer : ICollectionFixture<MarketServer>
{
    public const string Name = "server";
}
