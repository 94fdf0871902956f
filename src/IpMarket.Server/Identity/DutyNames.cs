using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Identity;

/// <summary>Steps of a document's route with the names of those who took them; for the centre's desks.</summary>
public sealed class DutyNames(UserManager<MarketUser> accounts)
{
    public async Task<IReadOnlyList<DutyStepView>> Of(IEnumerable<DutyStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var named = new List<DutyStepView>();
        foreach (var step in steps)
        {
            var account = await accounts.FindByIdAsync(step.User);
            named.Add(new DutyStepView(step.Role, account?.DisplayName ?? ""));
        }

        return named;
    }
}
