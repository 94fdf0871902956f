namespace IpMarket.Benchmarks.Bids;

/// <summary>One way for bids to get in, on one store.</summary>
internal interface IBidPath : IAsyncDisposable
{
    /// <summary><c>grain</c> or <c>signalr</c>.</summary>
    string Name { get; }

    string Store { get; }

    int Auctions { get; }

    int Callers { get; }

    Task<Bidded> Round(TimeSpan round);
}
