namespace IpMarket.Server.Demo;
public sealed class DemoCatalogue { public Task Load(CancellationToken cancel) => Task.CompletedTask; }
