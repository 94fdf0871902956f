using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms.Price;

/// <summary>Whether price and payment hold together (民法典846).</summary>
internal static class PriceCheck
{
    public static Refusal? Fault(ListingOffer offer, PriceTerms? price, TermsFacts facts)
    {
        if (offer.Mode == ListingMode.EquityContribution)
        {
            if (price is not null) return TermsFault.Of(TermsRefusal.EquityHasNoPrice, "price");
            return offer.AskingPrice is null ? null : TermsFault.Of(TermsRefusal.EquityHasNoPrice, "askingPrice");
        }

        if (price is null) return null;
        return WayFault(offer, price)
            ?? TermsFault.Amount("price.startPrice", price.StartPrice)
            ?? InstalmentsFault(offer, price, facts)
            ?? EntryFeeFault(price)
            ?? RoyaltyFault(price);
    }

    private static Refusal? WayFault(ListingOffer offer, PriceTerms price)
    {
        if (price.Way == PriceWay.Bidding && !DealForm.FitsAuction(offer.Mode, form: null))
            return TermsFault.Of(TermsRefusal.BiddingNotOfMode, "price.way", ("mode", offer.Mode));
        var isRoyalty = HasRoyalty(price);
        if (isRoyalty && price.Way == PriceWay.Bidding)
            return TermsFault.Of(TermsRefusal.BiddingNeedsOneTotal, "price.form");
        if (isRoyalty && offer.Mode == ListingMode.PledgeRealisation)
            return TermsFault.Of(TermsRefusal.RealisationNeedsOneTotal, "price.form");
        if (price.Way == PriceWay.Asking && !isRoyalty && offer.AskingPrice is null)
            return TermsFault.Of(TermsRefusal.AskingPriceMissing, "askingPrice");
        if (offer.AskingPrice is not null && (isRoyalty || price.Way != PriceWay.Asking))
            return TermsFault.Of(TermsRefusal.AskingPriceUnexpected, "askingPrice");
        return price.StartPrice is not null && price.Way != PriceWay.Bidding
            ? TermsFault.Of(TermsRefusal.StartPriceUnexpected, "price.startPrice")
            : null;
    }

    private static bool HasRoyalty(PriceTerms price) =>
        price.Form is PriceForm.Royalty or PriceForm.EntryFeeAndRoyalty;

    private static Refusal? InstalmentsFault(ListingOffer offer, PriceTerms price, TermsFacts facts)
    {
        var stages = price.Instalments;
        if (price.Form != PriceForm.Instalments)
            return stages.IsEmpty ? null : TermsFault.Of(TermsRefusal.InstalmentsUnexpected, "price.instalments");
        if (stages.Length is < 2 or > PriceTerms.InstalmentsMax)
            return TermsFault.Of(
                TermsRefusal.InstalmentsOutOfRange,
                "price.instalments",
                ("count", stages.Length),
                ("max", PriceTerms.InstalmentsMax));
        var byShare = stages[0].ShareBp is not null;
        DateOnly? last = null;
        for (var i = 0; i < stages.Length; i++)
        {
            if (StageFault(stages[i], i, byShare, last, facts) is { } fault) return fault;
            last = stages[i].DueOn ?? last;
        }

        return byShare ? SharesFault(price) : AmountsFault(offer, price);
    }

    private static Refusal? StageFault(Instalment stage, int index, bool byShare, DateOnly? last, TermsFacts facts)
    {
        var (at, number) = ($"price.instalments[{index}]", ("number", (Figure)(index + 1)));
        if (stage.ShareBp is null == stage.Amount is null || stage.ShareBp is not null != byShare)
            return TermsFault.Of(TermsRefusal.InstalmentUnclear, $"{at}.{(byShare ? "shareBp" : "amount")}", number);
        if (stage.ShareBp is < 1 or > EquityTerms.WholeBp)
            return TermsFault.Of(TermsRefusal.InstalmentShareOutOfRange, $"{at}.shareBp", number);
        if (TermsFault.Amount($"{at}.amount", stage.Amount) is { } amount) return amount;
        if (stage.Due == InstalmentDue.OtherEvent && stage.Event.Length == 0)
            return TermsFault.Of(TermsRefusal.InstalmentEventMissing, $"{at}.event", number);
        if (TermsFault.Text($"{at}.event", stage.Event, Limits.NameCharsMax) is { } text) return text;
        if (stage.Due == InstalmentDue.Day == stage.DueOn is null)
            return TermsFault.Of(TermsRefusal.InstalmentDayUnclear, $"{at}.dueOn", number);
        if (stage.DueOn is not { } day) return null;
        if (day < facts.On || day.Year > Limits.InstantYearMax)
            return TermsFault.Of(
                TermsRefusal.InstalmentDayPast, $"{at}.dueOn", number, ("day", TermsFault.Day(day)));
        return day <= last ? TermsFault.Of(TermsRefusal.InstalmentsOutOfOrder, $"{at}.dueOn", number) : null;
    }

    private static Refusal? SharesFault(PriceTerms price)
    {
        var sum = price.Instalments.Sum(stage => (long)stage.ShareBp!.Value);
        return sum == EquityTerms.WholeBp
            ? null
            : TermsFault.Of(TermsRefusal.SharesNotWhole, "price.instalments", ("sum", TermsFault.Percent(sum)));
    }

    private static Refusal? AmountsFault(ListingOffer offer, PriceTerms price)
    {
        if (offer.AskingPrice is not { } total)
            return TermsFault.Of(TermsRefusal.AmountsWithoutTotal, "price.instalments");
        var sum = price.Instalments.Aggregate(Money.Zero, (sofar, stage) => sofar + stage.Amount!.Value);
        return sum == total
            ? null
            : TermsFault.Of(TermsRefusal.AmountsNotTotal, "price.instalments", ("sum", sum), ("total", total));
    }

    private static Refusal? EntryFeeFault(PriceTerms price)
    {
        if (price.Form != PriceForm.EntryFeeAndRoyalty)
            return price.EntryFee is null ? null : TermsFault.Of(TermsRefusal.EntryFeeUnexpected, "price.entryFee");
        if (price.EntryFee is null && price.Way == PriceWay.Asking)
            return TermsFault.Of(TermsRefusal.EntryFeeMissing, "price.entryFee");
        return TermsFault.Amount("price.entryFee", price.EntryFee);
    }

    private static Refusal? RoyaltyFault(PriceTerms price)
    {
        if (!HasRoyalty(price))
            return price.Royalty is null ? null : TermsFault.Of(TermsRefusal.RoyaltyUnexpected, "price.royalty");
        if (price.Royalty is not { } royalty)
            return price.Way == PriceWay.Asking ? TermsFault.Of(TermsRefusal.RoyaltyMissing, "price.royalty") : null;
        return (royalty.Base == RoyaltyBase.UnitsMade ? PerUnitFault(royalty) : RatesFault(royalty))
            ?? TermsFault.Amount("price.royalty.minimumPerYear", royalty.MinimumPerYear);
    }

    private static Refusal? PerUnitFault(Royalty royalty)
    {
        if (!royalty.RatesBp.IsEmpty) return TermsFault.Of(TermsRefusal.RoyaltyMixed, "price.royalty.ratesBp");
        if (royalty.PerUnit is null) return TermsFault.Of(TermsRefusal.PerUnitMissing, "price.royalty.perUnit");
        if (TermsFault.Amount("price.royalty.perUnit", royalty.PerUnit) is { } amount) return amount;
        return royalty.Unit.Length == 0
            ? TermsFault.Of(TermsRefusal.UnitMissing, "price.royalty.unit")
            : TermsFault.Text("price.royalty.unit", royalty.Unit, Royalty.UnitCharsMax);
    }

    private static Refusal? RatesFault(Royalty royalty)
    {
        if (royalty.PerUnit is not null || royalty.Unit.Length > 0)
            return TermsFault.Of(TermsRefusal.RoyaltyMixed, "price.royalty.perUnit");
        if (royalty.RatesBp.IsEmpty) return TermsFault.Of(TermsRefusal.RatesMissing, "price.royalty.ratesBp");
        if (royalty.RatesBp.Length > Royalty.RatesMax)
            return TermsFault.Of(
                TermsRefusal.RatesTooMany, "price.royalty.ratesBp", ("max", Royalty.RatesMax));
        foreach (var rate in royalty.RatesBp)
        {
            if (rate is < 1 or > EquityTerms.WholeBp)
                return TermsFault.Of(
                    TermsRefusal.RateOutOfRange, "price.royalty.ratesBp", ("rate", TermsFault.Percent(rate)));
        }

        return null;
    }
}
