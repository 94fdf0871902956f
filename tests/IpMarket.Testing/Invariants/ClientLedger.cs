using System.Collections.Concurrent;

namespace IpMarket.Testing.Invariants;

/// <summary>What a client was told about a command.</summary>
public enum ClientAnswer
{
    Accepted,
    Refused,

    /// <summary>Asked to ask again, or no answer came at all: it may stand or not.</summary>
    Unknown,
}

/// <summary>One answer as a client got it. Version and instant are those of an accepted bid.</summary>
/// <param name="User">Stream of the user that bid.</param>
/// <param name="Party">Stream of the party it bid for.</param>
public sealed record BidAnswered(
    string Auction,
    Guid CommandId,
    string User,
    string Party,
    long AmountFen,
    ClientAnswer Answer,
    long? Version = null,
    DateTimeOffset? At = null);

/// <summary>Everything all clients were answered, each command's answers in the order they came.</summary>
public sealed class ClientLedger
{
    private readonly ConcurrentQueue<BidAnswered> answers = new();

    public IReadOnlyList<BidAnswered> All => [.. answers];

    public void Add(BidAnswered answer) => answers.Enqueue(answer);
}
