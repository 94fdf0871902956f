using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue;

/// <summary>A listing's documents, title pack and checklist. Key: the listing's stream.</summary>
[Alias("catalogue.IListingPackGrain")]
public interface IListingPackGrain : IGrainWithStringKey
{
    /// <summary>The seller, while it is with him. Bytes and name are in the vault before.</summary>
    [AlwaysInterleave, Alias("AddDocument")]
    Task<Outcome<Accepted>> AddDocument(CommandContext context, AddListingDocument command);

    /// <summary>The seller, while it is with him.</summary>
    [AlwaysInterleave, Alias("RemoveDocument")]
    Task<Outcome<Accepted>> RemoveDocument(CommandContext context, RemoveListingDocument command);

    /// <summary>The seller, while it is with him. His words are in the vault before.</summary>
    [AlwaysInterleave, Alias("DeclareTitle")]
    Task<Outcome<Accepted>> DeclareTitle(CommandContext context, DeclareTitle command);

    /// <summary>Whoever's turn it is at the desk, while it waits for the handler.</summary>
    [AlwaysInterleave, Alias("JudgePack")]
    Task<Outcome<Accepted>> JudgePack(CommandContext context, JudgePack command);
}
