namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>What an aggregate reports to the people who run it. Never carries bids or personal data.</summary>
public interface IAggregateLog
{
    /// <summary>The outcome of an append after <paramref name="version"/> is not known.</summary>
    void Doubt(Exception error, string stream, long version);

    /// <summary>Another writer was met in the stream.</summary>
    void Superseded(string stream, long version);

    /// <summary>A snapshot was not written or not used; nothing is lost.</summary>
    void ListenerTrouble(Exception error, string stream, long version);

    void SnapshotTrouble(Exception error, string stream, long version);
}
