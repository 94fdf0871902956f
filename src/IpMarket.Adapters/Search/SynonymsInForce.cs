using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Adapters.Search;

/// <summary>The list of synonyms this process searches and marks by; the follower sets it.</summary>
public sealed class SynonymsInForce
{
    private volatile Synonyms current = Synonyms.House;

    public Synonyms Current
    {
        get => current;
        internal set => current = value;
    }
}
