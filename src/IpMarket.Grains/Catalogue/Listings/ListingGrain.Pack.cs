using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;

namespace IpMarket.Grains.Catalogue;

/// <content>Documents, title pack and checklist.</content>
public sealed partial class ListingGrain
{
    public async Task<Outcome<Accepted>> AddDocument(CommandContext context, AddListingDocument command) =>
        await Handle(
            context,
            command with
            {
                Rules = titlePack, Seller = (await surroundings.Seller(context.Actor.Party))?.Standing,
            },
            DocumentDecider.Decide);

    public Task<Outcome<Accepted>> RemoveDocument(CommandContext context, RemoveListingDocument command) =>
        Handle(context, command, DocumentDecider.Decide);

    public Task<Outcome<Accepted>> DeclareTitle(CommandContext context, DeclareTitle command) =>
        Handle(context, command, TitlePackDecider.Decide);

    public Task<Outcome<Accepted>> JudgePack(CommandContext context, JudgePack command) =>
        Handle(context, command, TitlePackDecider.Decide);
}
