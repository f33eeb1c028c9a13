package cn.lingpao.gateway.http;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recognises a failure that the client caused, so that no client can open the circuit breaker of a healthy service. */
public final class ClientFault implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return cause(failure, BodyTooLarge.class).isPresent()
                || cause(failure, ClientGone.class).isPresent();
    }

    static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
