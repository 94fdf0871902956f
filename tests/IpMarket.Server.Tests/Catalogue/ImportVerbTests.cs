using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Commands;
using IpMarket.Server.Endpoints.Catalogue.Imports;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

[Collection(OneServer.Name)]
public sealed class ImportVerbTests(MarketServer server)
{
    [Fact]
    public async Task The_verb_previews_applies_and_the_second_time_changes_nothing()
    {
        var file = await Write(ImportClient.File(200, "一种钛的方法"));

        var (first, said) = await Run(file);
        var (second, repeated) = await Run(file);

        Assert.Equal(0, first);
        Assert.Contains("preview: New 1, Changed 0, Unchanged 0, Refused 0", said, StringComparison.Ordinal);
        Assert.Contains("titleZh: - -> 一种钛的方法", said, StringComparison.Ordinal);
        Assert.Contains("applied: New 1", said, StringComparison.Ordinal);
        Assert.Equal(0, second);
        Assert.Contains("Unchanged 1", repeated, StringComparison.Ordinal);
        Assert.Contains("nothing to apply", repeated, StringComparison.Ordinal);
        var patent = await server.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<IPatentGrain>("patent:CN" + ImportClient.Number(200)[..12]).Get();
        Assert.Equal("一种钛的方法", patent.State.Facts.TitleZh);
    }

    [Fact]
    public async Task One_refused_file_does_not_stop_the_others_and_the_verb_says_so()
    {
        var broken = await Write("<cn-patent-document>"u8.ToArray());
        var good = await Write(ImportClient.File(201));

        var (code, said) = await Run(broken, "no-such-file.xml", good);

        Assert.Equal(1, code);
        Assert.Contains("refused: Line 1, column", said, StringComparison.Ordinal);
        Assert.Contains("refused: There is no such file.", said, StringComparison.Ordinal);
        Assert.Contains("applied: New 1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_server_holds_the_folder_the_verb_refuses_and_names_it()
    {
        var file = await Write(ImportClient.File(202));
        var before = Console.Error;
        using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            Assert.Equal(1, await MarketCommandLine.Run(["import", file, "--data", server.Folder]));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains(server.Folder, errors.ToString(), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> Run(params string[] files)
    {
        await using var said = new StringWriter();
        var verb = new ImportVerb(server.Services.GetRequiredService<ImportDesk>(), said);
        return (await verb.Run(files, TestContext.Current.CancellationToken), said.ToString());
    }

    private static async Task<string> Write(byte[] bytes)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("ipmarket-import-").FullName, "a.xml");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        return file;
    }
}
