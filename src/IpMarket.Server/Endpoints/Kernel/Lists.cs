using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>One page of a list.</summary>
/// <param name="Items">At most <see cref="Limits.PageItemsMax"/>.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">Ask with this as <c>cursor</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, string? Next);

/// <summary>Which page is asked for: <c>?cursor=&amp;limit=</c>. Take it with <c>[AsParameters]</c>.</summary>
public sealed record PageQuery
{
    /// <summary>From the page before; absent for the first.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Items a page, 1 to <see cref="Limits.PageItemsMax"/>.</summary>
    [FromQuery(Name = "limit"), Range(1, Limits.PageItemsMax)]
    public int? Limit { get; init; }

    /// <summary>Items wanted, within the bounds.</summary>
    public int Take => Math.Clamp(Limit ?? Limits.PageItemsDefault, 1, Limits.PageItemsMax);

    /// <summary>Items before the page, for lists that count; a foreign cursor starts at the beginning.</summary>
    public int Skip => int.TryParse(Cursor, out var skip) && skip is > 0 and < 1_000_000 ? skip : 0;

    /// <summary>
    /// Asked of every address before its route; null when the wish is within the bounds or is no number.
    /// </summary>
    public static Refusal? Fault(IQueryCollection query) =>
        query.TryGetValue("limit", out var wish)
        && int.TryParse(wish, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit)
        && limit is < 1 or > Limits.PageItemsMax
            ? Refusal.Of(RequestRefusal.PageSizeOutOfRange, ("max", Limits.PageItemsMax))
            : null;

    /// <summary>The page of a list that counts.</summary>
    public Page<T> Of<T>(IReadOnlyList<T> items, long total) =>
        new(items, total, Skip + items.Count < total && items.Count > 0 ? $"{Skip + items.Count}" : null);
}
