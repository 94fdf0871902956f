using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Server.Endpoints.Catalogue.Search;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.SavedSearches;

/// <summary>A question to the catalogue, under the names its search knows.</summary>
public sealed record SavedQuestionView(
    string? Q,
    IReadOnlyList<PatentType> Type,
    IReadOnlyList<MarketStatus> Status,
    long? PriceMin,
    long? PriceMax,
    IReadOnlyList<string> Ipc,
    string? Applicant,
    IReadOnlyList<string> Holder,
    IReadOnlyList<int> Year)
{
    public IReadOnlyList<ListingMode> Mode { get; init; } = [];

    public IReadOnlyList<VtiField> Field { get; init; } = [];

    public IReadOnlyList<ProcessRoute> Route { get; init; } = [];

    /// <summary>TiO₂ at least this, in hundredths of a per cent; the other bounds likewise, inclusive.</summary>
    public int? Tio2Min { get; init; }

    public int? Tio2Max { get; init; }

    public int? V2o5Min { get; init; }

    public int? V2o5Max { get; init; }

    public int? SlagMin { get; init; }

    public int? SlagMax { get; init; }

    /// <summary>Tonnes a year at least this.</summary>
    public int? CapacityMin { get; init; }

    public int? CapacityMax { get; init; }

    /// <summary>Technical maturity at least this, 1–9.</summary>
    public int? TrlMin { get; init; }

    public int? TrlMax { get; init; }

    public CatalogueFilter ToFilter() => new()
    {
        Q = Q,
        Type = [.. Type],
        Status = [.. Status],
        PriceMin = PriceMin,
        PriceMax = PriceMax,
        Ipc = [.. Ipc],
        Applicant = Applicant,
        Holder = [.. Holder],
        Year = [.. Year],
        Mode = [.. Mode],
        Field = [.. Field],
        Route = [.. Route],
        Tio2Min = Tio2Min,
        Tio2Max = Tio2Max,
        V2o5Min = V2o5Min,
        V2o5Max = V2o5Max,
        SlagMin = SlagMin,
        SlagMax = SlagMax,
        CapacityMin = CapacityMin,
        CapacityMax = CapacityMax,
        TrlMin = TrlMin,
        TrlMax = TrlMax,
    };

    public static SavedQuestionView Of(SavedQuestion question)
    {
        FigureRange Range(TechnicalFigure figure) =>
            question.Figures.FirstOrDefault(range => range.Figure == figure) ?? new FigureRange(figure, null, null);

        return new SavedQuestionView(
            question.Text.Length == 0 ? null : question.Text,
            [.. question.Types.Select(Enum.Parse<PatentType>)],
            [.. question.Statuses],
            question.PriceMin?.Fen,
            question.PriceMax?.Fen,
            [.. question.IpcPrefixes],
            question.Applicant,
            [.. question.Applicants],
            [.. question.Years])
        {
            Mode = [.. question.Modes],
            Field = [.. question.Fields],
            Route = [.. question.Routes],
            Tio2Min = Range(TechnicalFigure.TitaniumDioxide).Min,
            Tio2Max = Range(TechnicalFigure.TitaniumDioxide).Max,
            V2o5Min = Range(TechnicalFigure.VanadiumPentoxide).Min,
            V2o5Max = Range(TechnicalFigure.VanadiumPentoxide).Max,
            SlagMin = Range(TechnicalFigure.SlagGrade).Min,
            SlagMax = Range(TechnicalFigure.SlagGrade).Max,
            CapacityMin = Range(TechnicalFigure.Capacity).Min,
            CapacityMax = Range(TechnicalFigure.Capacity).Max,
            TrlMin = Range(TechnicalFigure.Maturity).Min,
            TrlMax = Range(TechnicalFigure.Maturity).Max,
        };
    }
}

/// <summary>A saved search.</summary>
/// <param name="Number">Its number, in its address.</param>
/// <param name="Alerts">Whether its owner is told when something comes to match.</param>
public sealed record SavedSearchView(int Number, string Name, SavedQuestionView Question, bool Alerts);

/// <summary>The caller's saved searches, the last saved first.</summary>
/// <param name="Max">How many one may save.</param>
public sealed record SavedSearchesView(
    long Version, IReadOnlyList<string> Abilities, IReadOnlyList<SavedSearchView> Items, int Max) : IHasVersion;

/// <summary>A question to be kept.</summary>
public sealed record SaveSearchForm(string Name, SavedQuestionView Question, bool Alerts);

/// <summary>What of a saved search may change.</summary>
public sealed record ChangeSavedSearchForm(string Name, bool Alerts);
