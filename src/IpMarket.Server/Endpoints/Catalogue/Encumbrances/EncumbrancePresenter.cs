using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Encumbrances;

/// <summary>
/// Shows a patent's encumbrances: what registers publish to everybody, the numbers of papers to the centre.
/// </summary>
internal static class EncumbrancePresenter
{
    public static PatentEncumbrances Present(
        Versioned<Patent> found, Caller caller, DateTimeOffset at, bool english)
    {
        var isHandler = caller.Is(CentreRole.Handler);
        var isInside = caller.Duties.ReadsTheDesk(caller.At);
        var book = found.State.Encumbrances;
        return new PatentEncumbrances(
            found.Stream,
            found.Version,
            isHandler && !found.State.IsProvisional ? ["encumber", "record-consent"] : [],
            [.. book.Encumbrances.Select(item => Present(item))],
            [.. book.Consents.Where(consent => isInside || consent.Buyer is null).Select(consent => new ConsentView(
                consent.Number,
                consent.Encumbrance,
                consent.Givers,
                consent.Modes,
                consent.BindsAt(at),
                Basis(consent.Basis)!,
                consent.RecordedAt,
                consent.WithdrawnAt,
                consent.Buyer))]);

        EncumbranceView Present(Encumbrance item) => new(
            item.Number,
            item.Terms.Kind,
            EncumbranceWords.Of(item.Terms.Kind, english),
            item.BindsAt(at),
            item.Terms.Reference,
            item.Terms.Others,
            item.Terms.From,
            item.Terms.Until,
            item.Terms.Modes,
            Basis(item.Basis)!,
            item.RecordedAt,
            item.EndedAt,
            item.Ending,
            item.EndedOn,
            Basis(item.EndBasis),
            isHandler ? Abilities(item) : []);

        BasisView? Basis(FactBasis? basis) => basis is null
            ? null
            : new BasisView(basis.Source, isInside ? basis.Document : null, basis.SeenOn);
    }

    private static IReadOnlyList<string> Abilities(Encumbrance item)
    {
        if (item.EndedAt is not null) return [];
        return item.Terms.Kind.EndsWithItsTerm() && item.Terms.Until is not null ? ["end", "renew"] : ["end"];
    }
}
