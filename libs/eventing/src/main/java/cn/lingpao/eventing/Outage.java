package cn.lingpao.eventing;

import com.mongodb.MongoException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.KafkaException;

/** Tells a failure of the surroundings, which passes, from a failure of the message, which does not. */
final class Outage {

    private Outage() {}

    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof EventPublisher.PublishingFailed
                    || cause instanceof RetriableException
                    || cause instanceof TimeoutException
                    || (cause instanceof MongoException mongo && !permanent(mongo))) {
                return true;
            }
        }
        return failure instanceof KafkaException && failure.getCause() == null;
    }

    /** A duplicate key or a document that is too large does not pass by waiting. */
    private static boolean permanent(MongoException failure) {
        return failure instanceof com.mongodb.MongoServerException;
    }
}
