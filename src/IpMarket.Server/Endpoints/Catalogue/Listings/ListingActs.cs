using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>Sends an act to one of the grains that share a listing's stream.</summary>
public sealed class ListingActs(ListingPresenter presenter, IGrainFactory grains)
{
    /// <summary>One the caller may not see is not there for him; the rest is the listing's to decide.</summary>
    public async Task<Answer<Written>> On<TGrain>(string id, Call call, Func<TGrain, Task<Outcome<Accepted>>> act)
        where TGrain : IGrainWithStringKey
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(act);
        var found = await presenter.Find(id, call.Caller);
        if (found.Refusal is { } refusal) return refusal;
        return Written.Of(await act(grains.GetGrain<TGrain>(id)));
    }
}
