using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Storage.State;

/// <summary>Checkpoints and <c>sent</c>. They are truth: a rebuild of views touches neither.</summary>
public sealed class ProcessStore(StateDatabase state) : IProcessStore
{
    public Task<long> Checkpoint(string process, CancellationToken cancel) => state.Scalar<long>(
        "select pos from process_checkpoints where process = @process", cancel, ("process", process));

    public async Task<bool> MoveCheckpoint(string process, long from, long to, CancellationToken cancel) =>
        await state.Run(
            """
            insert into process_checkpoints (process, pos) select @process, @to where @from = 0 or exists (
              select 1 from process_checkpoints where process = @process)
            on conflict (process) do update set pos = @to where process_checkpoints.pos = @from
            """,
            cancel, ("process", process), ("from", from), ("to", to)) == 1;

    public async Task<bool> WasSent(string process, string stream, long version, CancellationToken cancel) =>
        await state.Scalar<long>(
            "select count(*) from process_sent where process = @process and stream = @stream and version = @version",
            cancel, ("process", process), ("stream", stream), ("version", version)) > 0;

    public Task MarkSent(string process, string stream, long version, CancellationToken cancel) => state.Run(
        """
        insert into process_sent (process, stream, version) values (@process, @stream, @version)
        on conflict do nothing
        """,
        cancel, ("process", process), ("stream", stream), ("version", version));
}
