namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>
/// The last <see cref="Limits.RememberedCommandsMax"/> command ids of a stream with their request hashes.
/// </summary>
internal sealed class CommandMemory
{
    private readonly Dictionary<Guid, Entry> byId = [];
    private readonly Queue<Guid> order = [];

    /// <summary>
    /// True once an id may have been dropped: then only the journal knows whether a command is a repeat.
    /// </summary>
    public bool HasForgotten { get; private set; }

    public IReadOnlyList<RememberedCommand> All =>
        [.. order.Select(id => new RememberedCommand(id, Convert.ToHexStringLower(byId[id].RequestHash)))];

    public static CommandMemory From(Snapshot snapshot)
    {
        var memory = new CommandMemory { HasForgotten = snapshot.Commands.Count >= Limits.RememberedCommandsMax };
        foreach (var command in snapshot.Commands)
            memory.Remember(command.Id, Convert.FromHexString(command.RequestHash), null);
        return memory;
    }

    public Entry? Find(Guid commandId) => byId.GetValueOrDefault(commandId);

    public void Remember(Guid commandId, byte[] requestHash, Accepted? answer)
    {
        if (byId.TryGetValue(commandId, out var known))
        {
            byId[commandId] = known with { Answer = answer ?? known.Answer };
            return;
        }

        if (order.Count == Limits.RememberedCommandsMax)
        {
            byId.Remove(order.Dequeue());
            HasForgotten = true;
        }

        order.Enqueue(commandId);
        byId[commandId] = new Entry(requestHash, answer);
    }

    /// <summary><paramref name="Answer"/> is null when it must be read from the journal.</summary>
    public sealed record Entry(byte[] RequestHash, Accepted? Answer);
}
