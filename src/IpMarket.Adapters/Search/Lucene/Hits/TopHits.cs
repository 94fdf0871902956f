using System.Buffers;

namespace IpMarket.Adapters.Search.Lucene.Hits;

/// <summary>A hit and where it stands: the larger First leads, then the larger Second.</summary>
internal readonly record struct Hit(ulong First, uint Second, int Doc);

/// <summary>
/// The best of many hits, kept without sorting those that no page shows. Equal ones follow each other by
/// <paramref name="equals"/>.
/// </summary>
internal sealed class TopHits(int keep, Comparison<int> equals) : IDisposable
{
    private const int RoomMin = 512;

    private readonly int room = keep + Math.Max(keep, RoomMin);
    private readonly Hit[] hits = ArrayPool<Hit>.Shared.Rent(keep + Math.Max(keep, RoomMin));
    private int count;
    private Hit last;
    private bool isFull;

    /// <summary>Hits that were given, kept or not.</summary>
    public int Total { get; private set; }

    public void Add(Hit hit)
    {
        Total++;
        if (isFull && (hit.First < last.First || (hit.First == last.First && hit.Second < last.Second))) return;
        hits[count++] = hit;
        if (count < room) return;
        Select(0, keep - 1);
        (count, last, isFull) = (keep, hits[keep - 1], true);
    }

    /// <summary>The hits from a place on, in order.</summary>
    public Span<Hit> Page(int offset, int limit)
    {
        var size = Math.Min(limit, count - offset);
        if (size <= 0) return [];
        if (offset > 0) Select(0, offset);
        Select(offset, offset + size - 1);
        var page = hits.AsSpan(offset, size);
        page.Sort(Compare);
        return page;
    }

    public void Dispose() => ArrayPool<Hit>.Shared.Return(hits);

    /// <summary>Puts the hit of a place there and all better ones before it (Hoare's selection).</summary>
    private void Select(int from, int place)
    {
        for (var to = count - 1; from < to;)
        {
            var pivot = Median(hits[from], hits[(from + to) / 2], hits[to]);
            var (i, j) = (from, to);
            while (i <= j)
            {
                while (Compare(hits[i], pivot) < 0) i++;
                while (Compare(pivot, hits[j]) < 0) j--;
                if (i > j) break;
                (hits[i], hits[j]) = (hits[j], hits[i]);
                (i, j) = (i + 1, j - 1);
            }

            if (place <= j) to = j;
            else if (place >= i) from = i;
            else return;
        }
    }

    private Hit Median(Hit a, Hit b, Hit c)
    {
        if (Compare(a, b) > 0) (a, b) = (b, a);
        if (Compare(b, c) <= 0) return b;
        return Compare(a, c) <= 0 ? c : a;
    }

    private int Compare(Hit a, Hit b)
    {
        if (a.First != b.First) return a.First > b.First ? -1 : 1;
        if (a.Second != b.Second) return a.Second > b.Second ? -1 : 1;
        return a.Doc == b.Doc ? 0 : equals(a.Doc, b.Doc);
    }
}
