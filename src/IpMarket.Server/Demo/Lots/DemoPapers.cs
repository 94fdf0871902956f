using System.Text;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Listings.Documents;

namespace IpMarket.Server.Demo.Lots;

/// <summary>The demo's title packs: the seller brings them and the handler checks them, as everybody's.</summary>
public sealed class DemoPapers(IGrainFactory grains, DemoSteps steps, PartyRecords records, IMarketClock clock)
{
    private const string Defects = "无（示例数据）";

    /// <summary>What an invented invention of one company owes.</summary>
    private static readonly ListingDocumentKind[] Owed =
    [
        ListingDocumentKind.RegisterExtract, ListingDocumentKind.FeeReceipts, ListingDocumentKind.InternalResolution,
        ListingDocumentKind.ListingMandate,
    ];

    private Actor Seller => steps.ActorOf(DemoPeople.Seller);

    /// <summary>The lot's papers, its declaration and, for a utility model or design, the report.</summary>
    public async Task Bring(DemoLot lot, string listing, string step)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var grain = grains.GetGrain<IListingPackGrain>(listing);
        var state = (await grains.GetGrain<IListingGrain>(listing).Get()).State;
        if (!state.IsWithSeller) return;
        var pack = state.Pack;
        foreach (var kind in KindsOf(lot))
        {
            if (pack.Documents.Any(document => document.Kind == kind)) continue;
            await Add(grain, listing, kind, $"{step}-{kind}", lot);
        }

        if (pack.Declaration is not null) return;
        var (id, party) = (DemoIds.Of($"{step}-declare"), Seller.Party!);
        await records.Keep(party, id, "title-defects", Defects, person: false, CancellationToken.None);
        var declare = new DeclareTitle(
            TitleDeclaration.CurrentText,
            PartyRecords.RefOf(party, id, "title-defects", person: false),
            ListingRecords.Sha256(Defects));
        await DemoSteps.Do(Seller, $"{step}-declare", context => grain.DeclareTitle(context, declare));
    }

    /// <summary>The handler finds all of it in order.</summary>
    public async Task Check(string listing, string step)
    {
        var pack = (await grains.GetGrain<IListingGrain>(listing).Get()).State.Pack;
        if (pack.Submitted.IsEmpty) return;
        var judge = new JudgePack(
            [
                .. pack.Submitted.Select(item => new ItemVerdict(item.Kind, Verdict.InOrder, "")
                {
                    Patent = item.Patent,
                }),
            ],
            DemoSteps.Duty(DemoPeople.Handler));
        var grain = grains.GetGrain<IListingPackGrain>(listing);
        await DemoSteps.Do(
            steps.ActorOf(DemoPeople.Handler), $"{step}-check", context => grain.JudgePack(context, judge));
    }

    private static IEnumerable<ListingDocumentKind> KindsOf(DemoLot lot) =>
        PatentNumber.Parse(lot.Application).Value.Type is PatentType.UtilityModel or PatentType.Design
            ? Owed.Append(ListingDocumentKind.EvaluationReport)
            : Owed;

    private async Task Add(
        IListingPackGrain grain, string listing, ListingDocumentKind kind, string step, DemoLot lot)
    {
        var (id, party) = (DemoIds.Of(step), Seller.Party!);
        var bytes = DemoPaper.Pdf($"EXAMPLE {kind} {lot.Application}");
        var sha256 = ListingRecords.Sha256(bytes);
        await records.KeepDocument(party, listing, sha256, bytes, CancellationToken.None);
        var name = FileNames.Clean($"{ListingDocuments.NameOf(kind).Zh}（示例）", FileKind.Pdf);
        await records.Keep(party, id, "document-name", name, person: false, CancellationToken.None);
        var add = new AddListingDocument(
            kind,
            DocumentVisibility.Inside,
            sha256,
            FileKind.Pdf,
            bytes.Length,
            PartyRecords.RefOf(party, id, "document-name", person: false),
            kind == ListingDocumentKind.RegisterExtract ? WorkingCalendar.DayOf(clock.Now) : null,
            null);
        await DemoSteps.Do(Seller, step, context => grain.AddDocument(context, add));
    }
}
