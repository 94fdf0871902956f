using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Parties;

/// <summary>
/// What a user may do in the market at large, whatever the resource: which desks are his. What he may do with one
/// resource comes with it.
/// </summary>
public static class MarketAbilities
{
    public static IReadOnlyList<string> Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var able = new List<string>();
        void Add(bool may, string ability)
        {
            if (may) able.Add(ability);
        }

        var ofTheCentre = caller.IsOfTheCentre;
        var desk = caller.IsAny(CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver);
        Add(!ofTheCentre, "register-party");
        Add(caller.Party is not null, "act-for-party");
        Add(desk || caller.Is(CentreRole.Supervisor), "see-review-desk");
        Add(desk, "use-review-desk");
        Add(caller.Is(CentreRole.Cashier) || caller.Is(CentreRole.Supervisor), "see-cashier-desk");
        Add(caller.Is(CentreRole.Cashier), "use-cashier-desk");
        Add(caller.Is(CentreRole.Handler), "import-patents");
        Add(!caller.Is(CentreRole.Handler) && caller.Party is not null, "import-own-patents");
        Add(caller.Is(CentreRole.Handler) || caller.Party is not null, "record-patents");
        Add(caller.Is(CentreRole.Approver), "set-approval-routes");
        Add(caller.Is(CentreRole.Administrator), "manage-users");
        return able;
    }
}
