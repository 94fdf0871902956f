using System.Security.Cryptography;
using System.Text;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>
/// The shape of a state: a hash over the names and types of its properties, all the way down. A snapshot of another
/// shape is not used, so a changed state is rebuilt from the journal.
/// </summary>
public static class StateShape<TState>
{
    public static readonly string Hash = Compute();

    private static string Compute()
    {
        var text = new StringBuilder();
        Describe(typeof(TState), text, []);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static void Describe(Type type, StringBuilder text, HashSet<Type> seen)
    {
        text.Append(type).Append('\n');
        if (!seen.Add(type)) return;
        if (type.IsEnum) text.AppendJoin(',', Enum.GetNames(type)).Append('\n');
        foreach (var part in type.GetGenericArguments()) Describe(part, text, seen);
        if (type.GetElementType() is { } element) Describe(element, text, seen);
        if (type.Assembly != typeof(TState).Assembly && type.Assembly != typeof(IEvent).Assembly) return;
        foreach (var property in type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(property.Name).Append(':');
            Describe(property.PropertyType, text, seen);
        }
    }
}
