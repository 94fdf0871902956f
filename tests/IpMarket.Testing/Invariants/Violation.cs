namespace IpMarket.Testing.Invariants;

/// <summary>Something that must never be (design: I1–I5, I11), and where.</summary>
/// <param name="Invariant">Its number, or <c>chain</c> and <c>journal</c> for what every stream owes.</param>
/// <param name="Version">The record's version; 0 where there is none.</param>
public sealed record Violation(string Invariant, string Stream, long Version, string What)
{
    public override string ToString() => $"{Invariant} {Stream}@{Version}: {What}";
}
