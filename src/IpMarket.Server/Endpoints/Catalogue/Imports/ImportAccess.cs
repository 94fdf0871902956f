using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Imports;

/// <summary>
/// Who sees an import and who acts in it: the centre's handler every one, its supervisor sees every one, the members of
/// a party their own.
/// </summary>
internal static class ImportAccess
{
    /// <summary>Whether the caller sees the imports of everybody.</summary>
    public static bool SeesAll(Caller caller) => caller.IsAny(CentreRole.Handler, CentreRole.Supervisor);

    /// <summary>Whether the caller may apply and undo an import of this party; null: of the centre.</summary>
    public static bool Acts(string? party, Caller caller) =>
        caller.Is(CentreRole.Handler) || caller.ActsFor(party);

    /// <summary>The import as the caller may see it; another's is not there for him.</summary>
    public static async Task<Outcome<Versioned<PatentImport>>> Find(string id, Caller caller, ImportDesk desk)
    {
        var seesAll = SeesAll(caller);
        if (!seesAll && caller.Party is null) return Refusal.Of(KernelRefusal.NotAllowed);
        var read = await desk.Grain(id).Get();
        return read.State.Exists && (seesAll || caller.ActsFor(read.State.Party))
            ? read
            : Refusal.Of(ImportRefusal.ImportUnknown);
    }

    /// <summary>The import, if the caller may act in it.</summary>
    public static async Task<Outcome<Versioned<PatentImport>>> FindToAct(string id, Caller caller, ImportDesk desk)
    {
        if (!caller.Is(CentreRole.Handler) && caller.Party is null) return Refusal.Of(KernelRefusal.NotAllowed);
        var found = await Find(id, caller, desk);
        if (found.Refusal is { } refusal) return refusal;
        return Acts(found.Value.State.Party, caller) ? found : Refusal.Of(KernelRefusal.NotAllowed);
    }
}
