using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Sealed;

namespace IpMarket.Adapters.Views.Trading;

/// <summary>The group <c>trading</c>: auctions, the whole history of bids, enrolments, escrow cases.</summary>
public sealed partial class TradingViews : ViewGroup<TradingViewContext>
{
    private const int RunningRank = 0;
    private const int AnnouncedRank = 1;
    private const int DraftRank = 2;
    private const int EndedRank = 3;

    public override string Name => "trading";

    public override async Task Apply(
        TradingViewContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            switch (Ids.Word(record.Stream))
            {
                case "auction":
                    await ApplyToAuction(views, record, cancel);
                    break;
                case "escrow":
                    await ApplyToEscrow(views, record, cancel);
                    break;
            }
        }
    }

    private static async Task ApplyToAuction(TradingViewContext views, Recorded record, CancellationToken cancel)
    {
        var row = await views.Auctions.FindAsync([record.Stream], cancel);
        if (record.Event is AuctionProposed proposed)
        {
            Propose(views, row, record.Stream, proposed);
            return;
        }

        if (row is null) return;
        switch (record.Event)
        {
            case IMovesPrice bid:
                row.PriceFen = bid.Answer is { Leads: true } answer ? answer.Amount.Fen : bid.Amount.Fen;
                row.Bids++;
                views.Bids.Add(new BidRow
                {
                    Auction = record.Stream, Version = record.Version, Bidder = bid.Bidder,
                    AmountFen = bid.Amount.Fen, At = record.At, Kind = bid.Kind,
                    Answerer = bid.Answer?.Bidder, AnswerFen = bid.Answer?.Amount.Fen,
                    AnswerLeads = bid.Answer?.Leads == true,
                });
                break;
            case EnrolmentRequested or BidderAdmitted or EnrolmentRefused or EnrolmentCancelled:
                await ApplyToEnrolment(views, row, record, cancel);
                break;
            default:
                Apply(row, record.Event);
                Arrange(row);
                break;
        }
    }

    private static void Propose(TradingViewContext views, AuctionRow? row, string stream, AuctionProposed proposed)
    {
        var (lot, terms) = (proposed.Lot, proposed.Terms);
        if (row is null)
        {
            row = new AuctionRow
            {
                Id = stream, Listing = lot.Listing, Patent = lot.Patent, Title = lot.Title, Seller = lot.Seller,
            };
            views.Auctions.Add(row);
        }

        row.Status = AuctionStatus.Draft;
        (row.Title, row.TitleEn, row.Patents) = (lot.Title, lot.TitleEn, 1 + lot.Further.Length);
        (row.StartPriceFen, row.OpensAt, row.ClosesAt) = (terms.StartPrice.Fen, terms.OpensAt, terms.ClosesAt);
        row.Protocol = terms.Protocol;
        (row.WaitsFor, row.Route, row.StepsTaken) = (CentreRole.Handler, "", 0);
        Arrange(row);
    }

    private static void Apply(AuctionRow row, object fact)
    {
        switch (fact)
        {
            case AuctionDrafted drafted:
                (row.OpensAt, row.ClosesAt) = (drafted.Terms.OpensAt, drafted.Terms.ClosesAt);
                row.Route = string.Join(',', drafted.Route.Steps);
                row.StepsTaken = 1;
                row.WaitsFor = NextStep(row);
                break;
            case AuctionReviewed:
                row.StepsTaken++;
                row.WaitsFor = NextStep(row);
                break;
            case AuctionAnnounced:
                (row.Status, row.IsAnnounced) = (AuctionStatus.Announced, true);
                row.WaitsFor = null;
                break;
            case AuctionOpened:
                row.Status = AuctionStatus.Open;
                break;
            case BidSealed { Times: 1 }:
                row.Bids++;
                break;
            case OpeningBegun:
                row.Status = AuctionStatus.Opening;
                break;
            case AuctionExtended extended:
                row.ClosesAt = extended.To;
                break;
            case AuctionSuspended:
                row.Status = AuctionStatus.Suspended;
                break;
            case AuctionResumed resumed:
                (row.Status, row.ClosesAt) = (AuctionStatus.Open, resumed.ClosesAt);
                break;
            case AuctionClosed closed:
                (row.Status, row.Outcome, row.ClosesAt) = (AuctionStatus.Closed, closed.Outcome, closed.ClosedAt);
                row.PriceFen ??= closed.Price?.Fen;
                break;
            case AuctionCancelled:
                row.Status = AuctionStatus.Cancelled;
                row.WaitsFor = null;
                break;
        }
    }

    private static CentreRole? NextStep(AuctionRow row)
    {
        var steps = row.Route.Split(',');
        return row.StepsTaken < steps.Length ? Enum.Parse<CentreRole>(steps[row.StepsTaken]) : null;
    }

    private static void Arrange(AuctionRow row)
    {
        row.Rank = row.Status switch
        {
            AuctionStatus.Open or AuctionStatus.Suspended or AuctionStatus.Opening => RunningRank,
            AuctionStatus.Announced => AnnouncedRank,
            AuctionStatus.Draft => DraftRank,
            _ => EndedRank,
        };
        var ends = row.ClosesAt.ToUnixTimeMilliseconds();
        row.Place = row.Rank == EndedRank ? -ends : ends;
    }

    private static async Task ApplyToEnrolment(
        TradingViewContext views, AuctionRow auction, Recorded record, CancellationToken cancel)
    {
        if (record.Event is EnrolmentRequested requested)
        {
            if (requested.Party is not { } party) return;
            views.Enrolments.Add(new EnrolmentRow
            {
                Auction = auction.Id, Number = requested.Enrolment, Party = party, RequestedAt = record.At,
            });
            return;
        }

        var number = record.Event switch
        {
            BidderAdmitted admitted => admitted.Enrolment,
            EnrolmentRefused refused => refused.Enrolment,
            _ => ((EnrolmentCancelled)record.Event).Enrolment,
        };
        if (record.Event is BidderAdmitted { Bidder: var bidder }) auction.Bidders = bidder;
        if (await views.Enrolments.FindAsync([auction.Id, number], cancel) is not { } row) return;
        (row.Status, row.Bidder) = record.Event switch
        {
            BidderAdmitted admitted => (EnrolmentStatus.Admitted, admitted.Bidder),
            EnrolmentRefused => (EnrolmentStatus.Refused, row.Bidder),
            _ => (EnrolmentStatus.Cancelled, row.Bidder),
        };
    }
}
