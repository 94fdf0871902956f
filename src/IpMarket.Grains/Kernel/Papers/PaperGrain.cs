using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Papers;
using Orleans.Runtime;

namespace IpMarket.Grains.Kernel.Papers;

/// <summary>What a paper's grain needs beside the aggregate.</summary>
public sealed record PaperServices(IDocumentStore Documents, IVault Vault)
{
    internal PaperVault Sealed => new(Vault);
}

/// <inheritdoc cref="IPaperGrain"/>
[GrainType("kernel.paper")]
public sealed class PaperGrain(
    AggregateServices aggregate,
    PaperServices services,
    [PersistentState("paper", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<Paper>(aggregate, snapshot), IPaperGrain
{
    private string Number => this.GetPrimaryKeyString()[(PaperHead.StreamWord.Length + 1)..];

    public Task<Versioned<Paper>> Get() => Task.FromResult(Confirmed);

    public async Task<Outcome<Accepted>> Freeze(CommandContext context, PaperHead head, PrintedPaper printed)
    {
        if (head.Stream != this.GetPrimaryKeyString())
            throw new ArgumentException($"{head.Number} was brought to {this.GetPrimaryKeyString()}.", nameof(head));
        var print = new PaperPage(printed.Bytes, printed.Fingerprint).Print;
        var command = new FreezePaper(head, print, printed.Holders, []);

        // Only a number without paper stores bytes; a repeat is answered from what was frozen.
        if (Confirmed.State.Exists) return await Handle(context, command, PaperDecider.Decide);
        try
        {
            var parts = await services.Sealed.Put(Number, printed.Bytes, printed.Persons);
            if (parts.IsEmpty) await services.Documents.Put(printed.Bytes, printed.MediaType, CancellationToken.None);
            return await Handle(context, command with { Parts = parts }, PaperDecider.Decide);
        }
        catch (PersonErasedException erased)
        {
            return Erased(erased.ErasedAt);
        }
    }

    public Task<Outcome<Accepted>> Withhold(CommandContext context, WithholdPaper command) =>
        Handle(context, command, PaperDecider.Decide);

    public Task<Outcome<Accepted>> Void(CommandContext context, VoidPaper command) =>
        Handle(context, command, PaperDecider.Decide);

    public async Task<Outcome<byte[]>> Read()
    {
        var paper = Confirmed.State;
        if (!paper.Exists) return Refusal.Of(PaperRefusal.PaperUnknown, ("number", Number));
        if (paper.Print is not { } print) return Refusal.Of(PaperRefusal.PaperWithheld, ("number", Number));
        var bytes = paper.Parts.IsEmpty
            ? (await services.Documents.Get(print.Sha256, CancellationToken.None))?.Bytes
            : await services.Sealed.Get(paper.Parts);
        if (bytes is null)
        {
            return await ErasedAt() is { } at
                ? Erased(at)
                : throw new DamagedBytesException($"The bytes of paper {Number} are missing.");
        }

        return new PaperPage(bytes, print.Fingerprint).Print == print
            ? bytes
            : throw new DamagedBytesException($"The bytes of paper {Number} are not those that were frozen.");
    }

    public async Task<DateTimeOffset?> ErasedAt()
    {
        DateTimeOffset? first = null;
        foreach (var person in Confirmed.State.Parts.Select(part => part.Person))
            if (await services.Vault.ErasedAt(person, CancellationToken.None) is { } at && !(first < at)) first = at;
        return first;
    }

    private Refusal Erased(DateTimeOffset at) => Refusal.Of(
        PaperRefusal.PaperErased, ("number", Number), ("erasedOn", PaperDesk.DayOf(at).ToString("yyyy-MM-dd")));
}
