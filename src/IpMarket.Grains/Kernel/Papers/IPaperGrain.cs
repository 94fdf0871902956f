using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Papers;
using Orleans.Concurrency;

namespace IpMarket.Grains.Kernel.Papers;

/// <summary>A paper. Key: <c>paper:NUMBER</c>. Callers have checked who may read it.</summary>
[Alias("kernel.IPaperGrain")]
public interface IPaperGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<Paper>> Get();

    /// <summary>
    /// Keeps the bytes and freezes the paper. Refuses when one of its persons was erased. Processes only.
    /// </summary>
    [AlwaysInterleave, Alias("Freeze")]
    Task<Outcome<Accepted>> Freeze(CommandContext context, PaperHead head, PrintedPaper printed);

    /// <summary>Processes only.</summary>
    [AlwaysInterleave, Alias("Withhold")]
    Task<Outcome<Accepted>> Withhold(CommandContext context, WithholdPaper command);

    /// <summary>Processes only.</summary>
    [AlwaysInterleave, Alias("Void")]
    Task<Outcome<Accepted>> Void(CommandContext context, VoidPaper command);

    /// <summary>The frozen bytes, or why there are none.</summary>
    [AlwaysInterleave, Alias("Read")]
    Task<Outcome<byte[]>> Read();

    /// <summary>When the first of its persons was erased; null while its bytes can be read.</summary>
    [AlwaysInterleave, Alias("ErasedAt")]
    Task<DateTimeOffset?> ErasedAt();
}

/// <summary>A printed paper on its way to be frozen.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Holders">Parties it is handed to.</param>
/// <param name="Persons">The vault's persons whose data it holds; empty = it is a document.</param>
[GenerateSerializer, Immutable, Alias("kernel.printed-paper/1")]
public sealed record PrintedPaper(
    [property: Id(0)] byte[] Bytes,
    [property: Id(1)] string Fingerprint,
    [property: Id(2)] string MediaType,
    [property: Id(3)] ImmutableArray<string> Holders,
    [property: Id(4)] ImmutableArray<string> Persons);
