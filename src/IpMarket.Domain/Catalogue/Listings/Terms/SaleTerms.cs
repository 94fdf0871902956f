using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>Who pays.</summary>
public enum FeePayer
{
    /// <summary>转让方.</summary>
    Seller,

    /// <summary>受让方.</summary>
    Buyer,

    /// <summary>各半.</summary>
    Half,
}

/// <summary>What goes over with the right.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.sale-terms/1")]
public sealed record SaleTerms
{
    public const int NoteCharsMax = 500;

    public const int TransitionMonthsMax = 60;

    /// <summary>The technical documents: drawings, parameters, test records.</summary>
    [Id(0)]
    public bool HasDocuments { get; init; }

    /// <summary>技术秘密 belonging to it.</summary>
    [Id(1)]
    public bool HasKnowHow { get; init; }

    /// <summary>Months of help (技术指导) after the hand-over, 0 to <see cref="TransitionMonthsMax"/>.</summary>
    [Id(2)]
    public int TransitionMonths { get; init; }

    /// <summary>What the help is: people, days on site.</summary>
    [Id(3)]
    public string Transition { get; init; } = "";

    /// <summary>Annual fees that fall due before the transfer is registered.</summary>
    [Id(4)]
    public FeePayer AnnualFees { get; init; }

    /// <summary>What the office takes for registering the transfer (著录项目变更费).</summary>
    [Id(5)]
    public FeePayer RegistrationFee { get; init; } = FeePayer.Buyer;

    internal Refusal? Fault()
    {
        if (TransitionMonths is < 0 or > TransitionMonthsMax)
            return TermsFault.Of(
                TermsRefusal.TransitionTooLong, "sale.transitionMonths", ("max", TransitionMonthsMax));
        return TermsFault.Text("sale.transition", Transition, NoteCharsMax);
    }
}
