using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Search;

/// <summary>From what a caller writes to a question to the search.</summary>
internal static class CatalogueQueries
{
    private const int YearMin = 1900;
    private const int YearMax = 2999;

    /// <summary>The first parameter out of its bounds, or null.</summary>
    public static string? Fault(CatalogueFilter filter)
    {
        if (filter.Q is { } text && !IsText(text)) return "q";
        if (filter.PriceMin is < 0 or > Limits.AmountFenMax) return "priceMin";
        if (filter.PriceMax is < 0 or > Limits.AmountFenMax) return "priceMax";
        if (!AreTexts(filter.Ipc)) return "ipc";
        if (!AreTexts(filter.Holder)) return "holder";
        if (filter.Type?.Length > SearchLimits.FilterValuesMax) return "type";
        if (filter.Status?.Length > SearchLimits.FilterValuesMax) return "status";
        if (filter.Year is { } years
            && (years.Length > SearchLimits.FilterValuesMax || years.Any(year => year is < YearMin or > YearMax)))
            return "year";
        if (filter.Mode?.Length > SearchLimits.FilterValuesMax) return "mode";
        if (filter.Field?.Length > SearchLimits.FilterValuesMax) return "field";
        if (filter.Route?.Length > SearchLimits.FilterValuesMax) return "route";
        if (Figures(filter).FirstOrDefault(IsOutOfBounds) is { } range) return NameOf(range);
        return filter.Applicant?.Length > SearchLimits.TextCharsMax ? "applicant" : null;
    }

    public static CatalogueQuery Of(CatalogueFilter filter) => new()
    {
        Text = filter.Q ?? "",
        Types = [.. (filter.Type ?? []).Select(type => type.ToString())],
        Statuses = [.. filter.Status ?? []],
        PriceMin = filter.PriceMin is { } min ? Money.Cny(min) : null,
        PriceMax = filter.PriceMax is { } max ? Money.Cny(max) : null,
        IpcPrefixes = [.. Given(filter.Ipc)],
        Applicant = string.IsNullOrWhiteSpace(filter.Applicant) ? null : filter.Applicant.Trim(),
        Applicants = [.. Given(filter.Holder)],
        Years = [.. filter.Year ?? []],
        Modes = [.. filter.Mode ?? []],
        Fields = [.. filter.Field ?? []],
        Routes = [.. filter.Route ?? []],
        Figures = [.. Figures(filter).Where(range => range.Min is not null || range.Max is not null)],
        Sort = filter.Sort ?? CatalogueSort.Relevance,
        WithFacets = filter.Facets ?? false,
    };

    private static FigureRange[] Figures(CatalogueFilter filter) =>
    [
        new(TechnicalFigure.TitaniumDioxide, filter.Tio2Min, filter.Tio2Max),
        new(TechnicalFigure.VanadiumPentoxide, filter.V2o5Min, filter.V2o5Max),
        new(TechnicalFigure.SlagGrade, filter.SlagMin, filter.SlagMax),
        new(TechnicalFigure.Capacity, filter.CapacityMin, filter.CapacityMax),
        new(TechnicalFigure.Maturity, filter.TrlMin, filter.TrlMax),
    ];

    private static bool IsOutOfBounds(FigureRange range)
    {
        var max = TechnicalFacts.MaxOf(range.Figure);
        return range.Min < 0 || range.Min > max || range.Max < 0 || range.Max > max;
    }

    private static string NameOf(FigureRange range)
    {
        var name = range.Figure switch
        {
            TechnicalFigure.TitaniumDioxide => "tio2",
            TechnicalFigure.VanadiumPentoxide => "v2o5",
            TechnicalFigure.SlagGrade => "slag",
            TechnicalFigure.Capacity => "capacity",
            _ => "trl",
        };
        return range.Min < 0 || range.Min > TechnicalFacts.MaxOf(range.Figure) ? name + "Min" : name + "Max";
    }

    /// <summary>Whether a text is no longer than a search takes.</summary>
    public static bool IsText(string text) => text.Length <= SearchLimits.TextCharsMax
        && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= SearchLimits.WordsMax;

    private static bool AreTexts(string[]? texts) => texts is null
        || (texts.Length <= SearchLimits.FilterValuesMax
            && texts.All(text => text.Length <= SearchLimits.TextCharsMax));

    private static IEnumerable<string> Given(string[]? texts) =>
        (texts ?? []).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim());
}
