using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IpMarket.Server.Tests.Kernel;

[Collection(OneServer.Name)]
public sealed class FailureTests(MarketServer server)
{
    [Fact]
    public async Task Damaged_bytes_are_a_fault_of_the_house_and_not_of_the_request()
    {
        foreach (var error in new Exception[] { new DamagedBytesException("torn"), new InvalidDataException("torn") })
        {
            var http = new DefaultHttpContext { RequestServices = server.Services };
            await new Failures(_ => Task.FromException(error), NullLogger<Failures>.Instance).InvokeAsync(http);
            Assert.Equal(StatusCodes.Status500InternalServerError, http.Response.StatusCode);
        }
    }
}
