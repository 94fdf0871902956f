namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>A saved search whose owner wants to be told.</summary>
public sealed class AlertingSearchRow
{
    /// <summary>The stream of his searches.</summary>
    public required string Owner { get; init; }

    public int Number { get; init; }

    /// <summary>What came to match up to here is no news to him.</summary>
    public long SincePos { get; init; }

    /// <summary>The question, in the journal's JSON.</summary>
    public required string Question { get; init; }
}

/// <summary>A saved search, by the name its notices call it.</summary>
public sealed class SavedSearchRow
{
    /// <summary>The stream of its owner's searches.</summary>
    public required string Owner { get; init; }

    public int Number { get; init; }

    public required string Name { get; set; }

    /// <summary>The question, in the journal's JSON.</summary>
    public required string Question { get; init; }
}

/// <summary>
/// What came to match a saved search on one day of the market: one notice, however often something did.
/// </summary>
public sealed class SavedHitRow
{
    /// <summary>Patents one notice names.</summary>
    public const int NamedMax = 3;

    /// <summary>The stream of its owner's searches.</summary>
    public required string Owner { get; init; }

    public int Number { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>The last record of the day.</summary>
    public long Pos { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>How many patents came to match.</summary>
    public int Count { get; set; }

    /// <summary>The last of them, at most <see cref="NamedMax"/> streams parted by blanks.</summary>
    public required string Patents { get; set; }

    /// <summary>What the search was called then.</summary>
    public required string Name { get; set; }
}
