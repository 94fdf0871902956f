using System.Reflection;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel;

public sealed class WordsTests
{
    [Fact]
    public void An_enum_that_is_said_in_words_has_them_for_every_member()
    {
        var said = typeof(WordsAttribute).Assembly.GetTypes()
            .Where(type => type.IsEnum && Members(type).Any(member => Words(member) is not null))
            .ToList();
        Assert.True(said.Count >= 4);
        Assert.All(
            said.SelectMany(Members),
            member => Assert.True(Words(member) is { Zh.Length: > 0, En.Length: > 0 }, member.Name));
    }

    private static FieldInfo[] Members(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static WordsAttribute? Words(FieldInfo member) => member.GetCustomAttribute<WordsAttribute>();
}
