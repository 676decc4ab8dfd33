using FluentValidation;
using MediatR;

namespace Modular.Shared;

/// <summary>Runs the slice's validator, where it has one, before its handler.</summary>
sealed class ValidateRequests<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators) await validator.ValidateAndThrowAsync(request, cancellationToken);
        return await next();
    }
}
