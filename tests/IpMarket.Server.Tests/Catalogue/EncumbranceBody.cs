namespace IpMarket.Server.Tests.Catalogue;

/// <summary>What a handler sends to record an encumbrance; its members as they go over the wire.</summary>
#pragma warning disable IDE1006 // The wire's names begin with small letters, and a test changes one of them by `with`.
internal sealed record EncumbranceBody(
    string kind, string reference, string[] others, string? from, string? until, string[] modes, object basis);
#pragma warning restore IDE1006
